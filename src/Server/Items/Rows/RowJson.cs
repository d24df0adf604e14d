using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>How JSON is written: UTF-8 as it is, only what JSON itself asks for is escaped. Answers are never HTML.</summary>
public static class RowJson
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = Encoder, SkipValidation = true };
}
