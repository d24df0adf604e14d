using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Answers;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Values of arguments → JSON, the form in which the engine takes filters, keys and items from every edge.</summary>
internal static class ArgumentJson
{
    public static JsonElement Of(object? value)
    {
        using var sink = new MemorySink(512);
        using (var json = new Utf8JsonWriter(sink, RowJson.WriterOptions)) ValueWriter.Write(json, value);
        try
        {
            return JsonText.Parse(sink.Written.Span);
        }
        catch (JsonException error)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, error.Message.TrimEnd('.'))], error);
        }
    }
}
