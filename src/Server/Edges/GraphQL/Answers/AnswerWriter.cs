using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using GraphQL;
using GraphQL.Execution;

namespace Directus.Grpc.Server.Edges.GraphQL.Answers;

/// <summary>Writes what was executed: the data as far as it came, and the refusals with where in the document they arose.</summary>
/// <param name="json">Where to.</param>
/// <param name="translate">What was thrown → what is told of it.</param>
internal sealed class AnswerWriter(Utf8JsonWriter json, Func<Exception, IReadOnlyList<DirectusError>> translate)
{
    public void Write(ExecutionResult result)
    {
        json.WriteStartObject();
        // Where nothing is left of the data, there is none.
        if (result.Data is ExecutionNode data)
        {
            json.WritePropertyName("data"u8);
            WriteNode(data);
        }

        if (result.Errors is { Count: > 0 } errors) WriteErrors(errors);
        json.WriteEndObject();
    }

    private void WriteNode(ExecutionNode node)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: { } fields }:
                json.WriteStartObject();
                foreach (var field in fields)
                {
                    json.WritePropertyName(field.Name!);
                    WriteNode(field);
                }

                json.WriteEndObject();
                break;
            // The library keeps a list of scalars as a whole.
            case ArrayExecutionNode { SerializedResult: { } list }:
                ValueWriter.Write(json, list);
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items) WriteNode(item);
                json.WriteEndArray();
                break;
            case ValueExecutionNode value:
                ValueWriter.Write(json, value.ToValue());
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private void WriteErrors(ExecutionErrors errors)
    {
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
            foreach (var refusal in translate(error.InnerException ?? error)) Write(error, refusal);
        json.WriteEndArray();
    }

    private void Write(ExecutionError error, DirectusError refusal)
    {
        json.WriteStartObject();
        ErrorEnvelope.WriteContent(json, refusal);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in locations) WriteLocation(location.Line, location.Column);
            json.WriteEndArray();
        }

        if (error.Path is { } path)
        {
            json.WritePropertyName("path"u8);
            ValueWriter.Write(json, path);
        }

        json.WriteEndObject();
    }

    private void WriteLocation(int line, int column)
    {
        json.WriteStartObject();
        json.WriteNumber("line"u8, line);
        json.WriteNumber("column"u8, column);
        json.WriteEndObject();
    }
}
