extension CommandEnvironment {
    /// A path as the system needs it: absolute paths as they are, others below the working directory.
    package func resolve(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }

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
        let target = Files.destination(of: resolve(path))
        // A file is put in place whole, by renaming: that would put a plain one in the place of a device.
        guard !Files.isSpecial(target) else {
            throw CommandFailure("cannot write \"\(path)\": it is no plain file", status: .findings)
        }
        do throws(Files.Failure) {
            if let current = try? Files.contents(of: target), current == bytes { return }
            let (folder, name) = Files.split(target)
            try Files.makeFolder(folder)
            try Files.replace(name, in: folder, with: bytes)
        } catch {
            throw CommandFailure(
                "cannot write \"\(path)\": \(error.reason)", status: .findings)
        }
    }
}
