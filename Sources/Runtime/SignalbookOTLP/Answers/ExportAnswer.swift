import Foundation
import SignalTransport
import SignalWire

/// What the body of an answer says: an `ExportLogsServiceResponse` after success, a `google.rpc.Status` after failure, in protobuf or JSON.
///
/// Nothing is trusted, and a body that cannot be read says nothing: the status alone decides then, as receivers answer with empty and
/// foreign bodies too.
struct ExportAnswer: Sendable, Hashable {
    /// `partial_success.rejected_log_records`; never negative.
    var rejected = 0
    /// `partial_success.error_message`, or the status's `message`; as it was sent, so not fit to be shown.
    var message: [UInt8] = []

    /// Reads the body of a success.
    static func success(_ answer: HTTPAnswer) -> ExportAnswer {
        if isJSON(answer) {
            let response = try? JSONDecoder().decode(JSONResponse.self, from: Data(answer.body))
            return ExportAnswer(
                rejected: max(response?.partialSuccess?.rejectedLogRecords?.value ?? 0, 0),
                message: Array((response?.partialSuccess?.errorMessage ?? "").utf8))
        }
        return (try? protobufSuccess(answer.body)) ?? ExportAnswer()
    }

    /// Reads the body of a failure.
    static func failure(_ answer: HTTPAnswer) -> ExportAnswer {
        if isJSON(answer) {
            let status = try? JSONDecoder().decode(JSONStatus.self, from: Data(answer.body))
            return ExportAnswer(message: Array((status?.message ?? "").utf8))
        }
        // Something in the way, such as a proxy, may have answered: its page is not shown, but plain text is.
        if answer.mediaType == "text/plain" { return ExportAnswer(message: Array(answer.body.prefix(1024))) }
        guard answer.mediaType == nil || answer.mediaType == "application/x-protobuf" else {
            return ExportAnswer()
        }
        return (try? protobufFailure(answer.body)) ?? ExportAnswer()
    }

    private static func isJSON(_ answer: HTTPAnswer) -> Bool { answer.mediaType == "application/json" }

    private static func protobufSuccess(_ body: [UInt8]) throws(WireError) -> ExportAnswer {
        try body.withUnsafeBufferPointer { bytes throws(WireError) in
            var result = ExportAnswer()
            var reader = ProtobufReader(bytes)
            while let field = try reader.next() {
                guard field.number == ExportFields.partialSuccess, field.type == .lengthDelimited else {
                    continue
                }
                var partial = ProtobufReader(field.bytes)
                while let field = try partial.next() {
                    switch (field.number, field.type) {
                    case (ExportFields.rejectedLogRecords, .varint):
                        result.rejected = max(Int(Int64(bitPattern: field.bits)), 0)
                    case (ExportFields.errorMessage, .lengthDelimited): result.message = Array(field.bytes)
                    default: continue
                    }
                }
            }
            return result
        }
    }

    private static func protobufFailure(_ body: [UInt8]) throws(WireError) -> ExportAnswer {
        try body.withUnsafeBufferPointer { bytes throws(WireError) in
            var result = ExportAnswer()
            var reader = ProtobufReader(bytes)
            while let field = try reader.next() {
                if field.number == ExportFields.statusMessage, field.type == .lengthDelimited {
                    result.message = Array(field.bytes)
                }
            }
            return result
        }
    }
}

/// `ExportLogsServiceResponse` in JSON.
private struct JSONResponse: Decodable {
    struct PartialSuccess: Decodable {
        var rejectedLogRecords: JSONInteger?
        var errorMessage: String?
    }
    var partialSuccess: PartialSuccess?
}

/// `google.rpc.Status` in JSON.
private struct JSONStatus: Decodable {
    var message: String?
}

/// An integer that is written as a number or, as OTLP/JSON has it, as a string.
private struct JSONInteger: Decodable {
    let value: Int

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            value = number
        } else {
            value = Int(try container.decode(String.self)) ?? 0
        }
    }
}
