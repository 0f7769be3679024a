extension SourceWriter {
    /// What is documented, which decides what the lines begin with.
    enum Subject {
        /// A declaration of the file.
        case declaration
        /// A member of a declaration of the file.
        case member
        /// A value of an enumeration that is such a member.
        case value
        /// A parameter of a function that is such a member, below `- Parameters:`. All lines belong to the item of a list, whatever
        /// is in the text.
        case parameter

        /// What the first line begins with.
        var lead: StaticString {
            switch self {
            case .declaration: "/// "
            case .member: "    /// "
            case .value: "        /// "
            case .parameter: "    ///   - "
            }
        }

        /// What each line after the first begins with, unless it is empty.
        var nextLead: StaticString {
            switch self {
            case .declaration, .member, .value: lead
            case .parameter: "    ///     "
            }
        }

        /// An empty line.
        var emptyLine: StaticString {
            switch self {
            case .declaration: "///"
            case .member, .parameter: "    ///"
            case .value: "        ///"
            }
        }
    }
}
