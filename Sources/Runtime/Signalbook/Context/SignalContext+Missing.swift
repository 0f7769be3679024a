// What makes the compiler say something useful if a target has no `SignalContext.with(…)`. Generated code brings that function, and a
// dynamic member is looked up only where there is no real one.
extension SignalContext {
    /// Stands for the `with` that the target does not have.
    @available(
        *, unavailable,
        message:
            "this target has no 'SignalContext.with': give the target the plugin GenerateSignals, and its catalog a section 'context' with the properties; a catalog with a Swift name has 'with' under that name, such as 'ShopContext.with'"
    )
    public static subscript(dynamicMember member: KeyPath<MissingContext, MissingContext.Scope>)
        -> MissingContext.Scope
    {
        MissingContext.Scope()
    }
}
