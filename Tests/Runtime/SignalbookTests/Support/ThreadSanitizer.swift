import Foundation

/// Whether the tests are built with the thread sanitizer. It does the accesses of atomics itself, under locks of its own, so a handler of a
/// fault there, which is watched as well, would wait for ever.
enum ThreadSanitizer {
    static let isPresent = dlsym(nil, "__tsan_init") != nil
}
