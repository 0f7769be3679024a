extension CommandEnvironment {
    /// A path as the system needs it: absolute paths as they are, others below the working directory.
    package func resolve(_ path: String) -> String {
        path.hasPrefix("/") ? path : workingDirectory + "/" + path
    }

    /// The path to show for a file that was found below the resolved `folder`: it begins as the folder was given.
    func shown(_ file: String, below folder: String) -> String {
        let relative = String(
            decoding: file.utf8.dropFirst(resolve(folder).utf8.count + 1), as: UTF8.self)
        return folder == "." ? relative : folder == "/" ? "/" + relative : folder + "/" + relative
    }
}
