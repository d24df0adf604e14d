using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>How JSON is written: UTF-8 as it is, only what JSON itself asks for is escaped. Answers are never HTML.</summary>
public static class RowJson
{
    /// <summary>An answer is handed to the sink in pieces of about this size.</summary>
    public const int FlushBytes = 32 * 1024;

    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, SkipValidation = true };
}
