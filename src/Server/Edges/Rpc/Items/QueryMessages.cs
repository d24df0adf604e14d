using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf.Collections;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Reads query messages, through the same JSON and the same parser as REST.</summary>
internal static class QueryMessages
{
    public static ItemQuery Parse(Common.V1.Query? query, QueryLimits limits) =>
        query is null ? ItemQuery.Default : ItemQueryParser.Parse(ToJson(query), limits);

    public static JsonElement ToJson(Common.V1.Query query)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteNames(json, "fields", query.Fields);
            if (query.Filter is not null) WriteStruct(json, "filter", query.Filter);
            if (query.Search.Length > 0) json.WriteString("search", query.Search);
            WriteNames(json, "sort", query.Sort);
            if (query.HasLimit) json.WriteNumber("limit", query.Limit);
            if (query.HasOffset) json.WriteNumber("offset", query.Offset);
            if (query.HasPage) json.WriteNumber("page", query.Page);
            WriteNames(json, "meta", query.Meta);
            if (query.Aggregate is not null) WriteStruct(json, "aggregate", query.Aggregate);
            WriteNames(json, "groupBy", query.GroupBy);
            if (query.Deep is not null) WriteStruct(json, "deep", query.Deep);
            WriteAlias(json, query.Alias);
            if (query.HasBacklink) json.WriteBoolean("backlink", query.Backlink);
            if (query.Version.Length > 0) json.WriteString("version", query.Version);
            if (query.VersionRaw) json.WriteBoolean("versionRaw", query.VersionRaw);
            if (query.At.Length > 0) json.WriteString("at", query.At);
            json.WriteEndObject();
        }

        try
        {
            return JsonText.Parse(buffer.WrittenSpan);
        }
        catch (JsonException error)
        {
            throw DirectusException.InvalidQuery(error.Message.TrimEnd('.'));
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string name, RepeatedField<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteStruct(Utf8JsonWriter json, string name, Google.Protobuf.WellKnownTypes.Struct value)
    {
        json.WritePropertyName(name);
        StructJson.Write(json, value);
    }

    private static void WriteAlias(Utf8JsonWriter json, MapField<string, string> alias)
    {
        if (alias.Count == 0) return;
        json.WriteStartObject("alias");
        foreach (var (name, field) in alias) json.WriteString(name, field);
        json.WriteEndObject();
    }
}
