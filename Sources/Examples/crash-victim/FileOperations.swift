#if canImport(Glibc)
    import Foundation

    // The file operations of the whole program go through these functions, for the linker takes the program's own before the system's. So each
    // call of the spool can be made to fail, as `SpoolFaults` says, and the runtime needs no door for that.
    //
    // NOTE: `@_cdecl` for want of another way to name a symbol in Swift 6.2. The arguments are those of the system's functions; that two of these
    // are variadic makes no difference to the calling conventions of Linux. Nothing in this module may call them by their own names.

    /// The system's own function of a name.
    private func system<Function>(_ name: String, as type: Function.Type) -> Function? {
        // `RTLD_NEXT`, whose macro Swift does not import.
        dlsym(UnsafeMutableRawPointer(bitPattern: -1), name).map { unsafeBitCast($0, to: type) }
    }

    /// The system's own functions.
    private enum System {
        typealias Path = UnsafePointer<CChar>?
        static let open = system("open", as: (@convention(c) (Path, Int32, UInt32) -> Int32).self)
        static let openat = system(
            "openat", as: (@convention(c) (Int32, Path, Int32, UInt32) -> Int32).self)
        static let mkdir = system("mkdir", as: (@convention(c) (Path, UInt32) -> Int32).self)
        static let mkdirat = system("mkdirat", as: (@convention(c) (Int32, Path, UInt32) -> Int32).self)
        static let unlinkat = system(
            "unlinkat", as: (@convention(c) (Int32, Path, Int32) -> Int32).self)
        static let flock = system("flock", as: (@convention(c) (Int32, Int32) -> Int32).self)
        static let fstat = system(
            "fstat", as: (@convention(c) (Int32, UnsafeMutableRawPointer?) -> Int32).self)
        static let fstatat = system(
            "fstatat", as: (@convention(c) (Int32, Path, UnsafeMutableRawPointer?, Int32) -> Int32).self)
        static let pread = system(
            "pread", as: (@convention(c) (Int32, UnsafeMutableRawPointer?, Int, Int) -> Int).self)
        static let pwrite = system(
            "pwrite", as: (@convention(c) (Int32, UnsafeRawPointer?, Int, Int) -> Int).self)
        static let allocate = system(
            "posix_fallocate", as: (@convention(c) (Int32, Int, Int) -> Int32).self)
    }

    /// The result of a call that fails with an error number.
    private func failure<Number: SignedInteger>(_ number: Int32) -> Number {
        errno = number
        return -1
    }

    /// In the place of `open`.
    @_cdecl("open") public func interposedOpen(
        _ path: UnsafePointer<CChar>?, _ flags: Int32, _ mode: UInt32
    )
        -> Int32
    {
        if let number = SpoolFaults.intercept("open", path: path) { return failure(number) }
        return System.open?(path, flags, mode) ?? failure(ENOSYS)
    }

    /// In the place of `openat`.
    @_cdecl("openat") public func interposedOpenAt(
        _ directory: Int32, _ path: UnsafePointer<CChar>?, _ flags: Int32, _ mode: UInt32
    ) -> Int32 {
        if let number = SpoolFaults.intercept("openat", descriptor: directory, path: path) {
            return failure(number)
        }
        return System.openat?(directory, path, flags, mode) ?? failure(ENOSYS)
    }

    // Swift's Glibc module reaches these two through functions of its own, in a library that does not look here for the system's; these are
    // the symbols of those.

    /// In the place of Swift's `open` without a mode.
    @_cdecl("$s5Glibc4openys5Int32VSPys4Int8VG_ADtF") public func interposedSwiftOpen(
        _ path: UnsafePointer<CChar>, _ flags: Int32
    ) -> Int32 {
        interposedOpen(path, flags, 0)
    }

    /// In the place of Swift's `openat` without a mode.
    @_cdecl("$s5Glibc6openatys5Int32VAD_SPys4Int8VGADtF") public func interposedSwiftOpenAt(
        _ directory: Int32, _ path: UnsafePointer<CChar>, _ flags: Int32
    ) -> Int32 {
        interposedOpenAt(directory, path, flags, 0)
    }

    /// In the place of Swift's `openat` with a mode.
    @_cdecl("$s5Glibc6openatys5Int32VAD_SPys4Int8VGADs6UInt32VtF")
    public func interposedSwiftOpenAtWithMode(
        _ directory: Int32, _ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: UInt32
    ) -> Int32 {
        interposedOpenAt(directory, path, flags, mode)
    }

    /// In the place of `mkdir`.
    @_cdecl("mkdir") public func interposedMakeDirectory(
        _ path: UnsafePointer<CChar>?, _ mode: UInt32
    )
        -> Int32
    {
        if let number = SpoolFaults.intercept("mkdir", path: path) { return failure(number) }
        return System.mkdir?(path, mode) ?? failure(ENOSYS)
    }

    /// In the place of `mkdirat`.
    @_cdecl("mkdirat") public func interposedMakeDirectoryAt(
        _ directory: Int32, _ path: UnsafePointer<CChar>?, _ mode: UInt32
    ) -> Int32 {
        if let number = SpoolFaults.intercept("mkdirat", descriptor: directory, path: path) {
            return failure(number)
        }
        return System.mkdirat?(directory, path, mode) ?? failure(ENOSYS)
    }

    /// In the place of `unlinkat`.
    @_cdecl("unlinkat") public func interposedUnlinkAt(
        _ directory: Int32, _ path: UnsafePointer<CChar>?, _ flags: Int32
    ) -> Int32 {
        if let number = SpoolFaults.intercept("unlinkat", descriptor: directory, path: path) {
            return failure(number)
        }
        return System.unlinkat?(directory, path, flags) ?? failure(ENOSYS)
    }

    /// In the place of `flock`.
    @_cdecl("flock") public func interposedLock(_ descriptor: Int32, _ operation: Int32) -> Int32 {
        if let number = SpoolFaults.intercept("flock", descriptor: descriptor) {
            return failure(number)
        }
        return System.flock?(descriptor, operation) ?? failure(ENOSYS)
    }

    /// In the place of `fstat`.
    @_cdecl("fstat") public func interposedStatus(
        _ descriptor: Int32, _ status: UnsafeMutableRawPointer?
    )
        -> Int32
    {
        if let number = SpoolFaults.intercept("fstat", descriptor: descriptor) {
            return failure(number)
        }
        return System.fstat?(descriptor, status) ?? failure(ENOSYS)
    }

    /// In the place of `fstatat`.
    @_cdecl("fstatat") public func interposedStatusAt(
        _ directory: Int32, _ path: UnsafePointer<CChar>?, _ status: UnsafeMutableRawPointer?,
        _ flags: Int32
    ) -> Int32 {
        if let number = SpoolFaults.intercept("fstatat", descriptor: directory, path: path) {
            return failure(number)
        }
        return System.fstatat?(directory, path, status, flags) ?? failure(ENOSYS)
    }

    /// In the place of `pread`.
    @_cdecl("pread") public func interposedRead(
        _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ offset: Int
    ) -> Int {
        if let number = SpoolFaults.intercept("pread", descriptor: descriptor) {
            return failure(number)
        }
        return System.pread?(descriptor, bytes, count, offset) ?? failure(ENOSYS)
    }

    /// In the place of `pwrite`.
    @_cdecl("pwrite") public func interposedWrite(
        _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ offset: Int
    ) -> Int {
        if let number = SpoolFaults.intercept("pwrite", descriptor: descriptor) {
            return failure(number)
        }
        return System.pwrite?(descriptor, bytes, count, offset) ?? failure(ENOSYS)
    }

    /// In the place of `posix_fallocate`.
    @_cdecl("posix_fallocate") public func interposedAllocate(
        _ descriptor: Int32, _ offset: Int, _ count: Int
    ) -> Int32 {
        SpoolFaults.intercept("posix_fallocate", descriptor: descriptor)
            ?? System.allocate?(descriptor, offset, count) ?? ENOSYS
    }
#endif
