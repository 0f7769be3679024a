import Testing

/// The plugins on real little packages, with real builds. One after another: they share what is built.
@Suite(.serialized, .timeLimit(.minutes(30))) struct PluginTests {}
