extension CommandEnvironment {
    /// All bytes of a file, of at most 64 MiB.
    ///
    /// Fails with a ``CommandFailure`` that names the path as given.
    package func readFile(_ path: String) throws -> [UInt8] {
        do throws(Files.Failure) {
            return try Files.contents(of: resolve(path))
        } catch {
            throw CommandFailure(
                "\(error.action) \"\(path)\": \(error.reason)", status: .findings)
        }
    }

    /// Puts a file in place whole, and the folders above it, unless it has these bytes already. A symbolic link stays one: what it
    /// leads to is replaced.
    ///
    /// Fails with a ``CommandFailure`` that names the path as given.
    package func writeFile(_ path: String, _ bytes: [UInt8]) throws {
        do throws(Files.Failure) {
            try prepare(path, bytes)?.putInPlace()
        } catch {
            throw CommandFailure("cannot write \"\(path)\": \(error.reason)", status: .findings)
        }
    }

    /// Puts several files in place as ``writeFile(_:_:)`` does. All are written next to their places before the first is put in place.
    ///
    /// Fails with a ``CommandFailure`` that says which of the files are in place: normally none.
    func writeFiles(_ files: [(path: String, bytes: [UInt8])]) throws {
        var prepared: [(path: String, file: Files.Prepared)] = []
        var known: Set<String> = []
        // Two paths may lead to one file.
        for (path, bytes) in files where known.insert(Files.destination(of: resolve(path))).inserted {
            do throws(Files.Failure) {
                if let file = try prepare(path, bytes) { prepared.append((path, file)) }
            } catch {
                for (_, file) in prepared { file.discard() }
                throw CommandFailure(
                    "cannot write \"\(path)\": \(error.reason)", hint: "no file is written", status: .findings
                )
            }
        }
        for (index, (path, file)) in prepared.enumerated() {
            do throws(Files.Failure) {
                try file.putInPlace()
            } catch {
                for (_, file) in prepared[(index + 1)...] { file.discard() }
                func names(_ files: some Sequence<(path: String, file: Files.Prepared)>) -> String {
                    files.map { "\"\($0.path)\"" }.joined(separator: ", ")
                }
                throw CommandFailure(
                    "cannot write \"\(path)\": \(error.reason)",
                    hint: index == 0
                        ? "no file is written"
                        : "written: \(names(prepared[..<index])); not written: \(names(prepared[index...]))",
                    status: .findings)
            }
        }
    }

    /// Writes a file next to its place; nil when the file has these bytes already.
    private func prepare(_ path: String, _ bytes: [UInt8]) throws(Files.Failure) -> Files.Prepared? {
        let target = Files.destination(of: resolve(path))
        // A file is put in place whole, by renaming: that would put a plain one in the place of a device.
        guard !Files.isSpecial(target) else {
            throw Files.Failure("cannot write", target, reason: "it is no plain file")
        }
        if let current = try? Files.contents(of: target), current == bytes { return nil }
        let (folder, name) = Files.split(target)
        try Files.makeFolder(folder)
        return try Files.prepare(name, in: folder, with: bytes)
    }
}
