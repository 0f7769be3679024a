import Signalbook
import Synchronization

/// Keeps what a diagnostic channel hands on.
final class DiagnosticLog: Sendable {
    private let diagnostics = Locked<[RuntimeDiagnostic]>([])

    var all: [RuntimeDiagnostic] { diagnostics.withLock { $0 } }

    var append: DiagnosticChannel.Handler {
        { [self] diagnostic in diagnostics.withLock { $0.append(diagnostic) } }
    }
}
