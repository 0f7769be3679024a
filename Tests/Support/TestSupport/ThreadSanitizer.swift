import Foundation

/// Whether the tests are built with the thread sanitizer.
///
/// It does the accesses of atomics itself, under its own locks. A handler of a fault in such an access is watched as well, so it would
/// wait for ever.
package enum ThreadSanitizer {
    package static let isPresent = dlsym(nil, "__tsan_init") != nil
}
