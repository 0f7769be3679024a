/// The format of generated code that this library understands.
///
/// Generated files name it, so that a file and a library which do not belong together fail to compile on a line that says so.
public enum GeneratedCodeFormat4 {}
