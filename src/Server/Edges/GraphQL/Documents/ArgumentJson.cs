using System.Text.Json;
using Directus.Grpc.Server.Edges.GraphQL.Answers;
using Directus.Grpc.Server.Edges.GraphQL.Scalars;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Values of arguments → JSON, the form in which the engine takes filters, keys and items from every edge.</summary>
internal static class ArgumentJson
{
    /// <summary>Arguments of a field, with the values of the variables that stand in them.</summary>
    public static JsonElement Of(object? value, IResolveFieldContext context) => Of(Fill(value, context));

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

    private static object? Fill(object? value, IResolveFieldContext context) => value switch
    {
        VariableInLiteral variable => context.Variables.ValueFor(variable.Name, out var given) ? given.Value : null,
        IDictionary<string, object?> fields => fields.ToDictionary(field => field.Key, field => Fill(field.Value, context)),
        IEnumerable<object?> list => list.Select(element => Fill(element, context)).ToList(),
        _ => value,
    };
}
