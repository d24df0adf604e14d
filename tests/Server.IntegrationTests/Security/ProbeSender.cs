using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Asks probes and writes down all that came back: status, headers, body.</summary>
internal static class ProbeSender
{
    private const int AtOnce = 4;

    public static async Task<IReadOnlyDictionary<Probe, string>> AskAsync(IReadOnlyCollection<Probe> probes, Func<Probe, Task<string>> ask)
    {
        var answers = new ConcurrentDictionary<Probe, string>();
        await Parallel.ForEachAsync(probes, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (probe, _) =>
            answers[probe] = await ask(probe));
        return answers;
    }

    public static async Task<string> RestAsync(TestClient client, Probe probe)
    {
        var path = probe.Collection.StartsWith("directus_", StringComparison.Ordinal)
            ? $"/{probe.Collection["directus_".Length..]}"
            : $"/items/{probe.Collection}";
        using var reply = probe is { Key: null, Export: null }
            ? await client.SearchAsync(path, new JsonObject { ["query"] = probe.Query.DeepClone() })
            : await client.GetAsync($"{path}{(probe.Key is null ? "" : $"/{probe.Key}")}?{Text(probe)}");
        var headers = reply.Headers.Concat(reply.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Disposition"))
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return $"{(int)reply.StatusCode}\n{string.Join('\n', headers)}\n{await reply.Content.ReadAsStringAsync()}";
    }

    /// <summary>In GraphQL, where it has words for the probe. What went wrong in the server begins with a 5 here too.</summary>
    public static async Task<string> GraphQLAsync(TestClient client, Probe probe)
    {
        if (GraphQLProbe.DocumentOf(probe) is not { } document) return "no words";
        using var reply = await client.AskAsync(document, path: GraphQLProbe.PathOf(probe));
        var text = await reply.Content.ReadAsStringAsync();
        return $"{(text.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal) ? 500 : (int)reply.StatusCode)}\n{document}\n{text}";
    }

    public static async Task<string> GrpcAsync(TestClient client, Probe probe)
    {
        var query = JsonParser.Default.Parse<Common.V1.Query>(probe.Query.ToJsonString());
        try
        {
            IMessage reply = probe.Key is { } key
                ? await client.Items.GetItemAsync(new()
                {
                    Collection = probe.Collection, Key = key, Query = query,
                    Encoding = Common.V1.Encoding.Json
                })
                : query.Aggregate is not null || query.GroupBy.Count > 0
                    ? await client.Items.AggregateAsync(Aggregate(probe.Collection, query))
                    : await client.Items.ListItemsAsync(new() { Collection = probe.Collection, Query = query, Encoding = Common.V1.Encoding.Struct });
            return reply.ToByteString().ToStringUtf8();
        }
        catch (RpcException error)
        {
            return $"{error.Status} {string.Join('\n', error.Trailers.Where(trailer => trailer.Key != "date").Select(trailer => $"{trailer.Key}: {Value(trailer)}"))}";
        }
    }

    private static AggregateRequest Aggregate(string collection, Common.V1.Query query)
    {
        var request = new AggregateRequest { Collection = collection, Query = query, GroupBy = { query.GroupBy } };
        foreach (var (name, field) in query.Aggregate?.Fields ?? [])
        {
            var function = Enum.Parse<AggregateFunction>(name == "countAll" ? "count" : name, ignoreCase: true);
            foreach (var one in field.ListValue?.Values.Select(value => value.StringValue) ?? [field.StringValue])
                request.Aggregates.Add(new Aggregation { Function = function, Field = one == "*" ? "" : one });
        }

        query.Aggregate = null;
        query.GroupBy.Clear();
        return request;
    }

    private static string Value(Metadata.Entry trailer) => trailer.IsBinary ? Convert.ToHexString(trailer.ValueBytes) : trailer.Value;

    private static string Text(Probe probe)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in probe.Query)
            text.Append(name).Append('=').Append(Uri.EscapeDataString(value is JsonArray list
                ? string.Join(',', list.Select(one => (string)one!))
                : value!.ToJsonString())).Append('&');
        if (probe.Export is { } format) text.Append("export=").Append(format);
        return text.ToString();
    }
}
