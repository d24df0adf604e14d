using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes groups as a JSON array.</summary>
internal static class AggregateWriter
{
    public static async Task WriteAsync(DbSession session, AggregatePlan plan, JsonSink sink, CancellationToken cancellation)
    {
        var renderer = new GroupRenderer(session.Dialect, plan, 0);
        await using var command = session.CreateCommand(AggregateCompiler.Compile(session.Dialect, plan));
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        json.WriteStartArray();
        while (await reader.ReadAsync(cancellation))
        {
            renderer.Write(reader, json);
            if (json.BytesPending < RowJson.FlushBytes) continue;
            json.Flush();
            await sink.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.Flush();
    }
}
