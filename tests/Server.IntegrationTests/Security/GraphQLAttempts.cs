using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Actions as documents of GraphQL. Each is said in several ways, since callers see different schemas: who may not read
/// is answered without fields, and what refers to an item is an object to some and a key to others.</summary>
/// <param name="name">The collection as the schema calls it.</param>
internal sealed class GraphQLAttempts(string name)
{
    private static readonly string[] Users = ["user", "recipient"];
    private static readonly string[] Named = ["policy", "role", "dashboard"];

    public string[] List => [$"{{ {name} {{ id }} }}"];

    public string[] Count => [$"{{ {name}_aggregated {{ countAll }} }}"];

    public string[] Group => [$"{{ {name}_aggregated(groupBy: [\"id\"]) {{ group }} }}"];

    public string[] Get(string key) => [$"{{ {name}_by_id(id: \"{key}\") {{ id }} }}"];

    public string[] Create(object item) => Ways($"create_{name}_item(data: ", item);

    public string[] Update(string key, object change) => Ways($"update_{name}_item(id: \"{key}\", data: ", change);

    public string[] UpdateMany(string key, object change) => Ways($"update_{name}_items(ids: [\"{key}\"], data: ", change);

    public string[] UpdateOnly(object change) => Ways($"update_{name}(data: ", change);

    public string[] Delete(string key) => [$"mutation {{ delete_{name}_item(id: \"{key}\") {{ id }} }}"];

    public string[] DeleteMany(string key) => [$"mutation {{ delete_{name}_items(ids: [\"{key}\"]) {{ ids }} }}"];

    private static string[] Ways(string call, object data) =>
    [
        .. ((string[])[GraphQLText.Of(Objects(data)), GraphQLText.Of(data)]).Distinct()
            .SelectMany(literal => (string[])[$"mutation {{ {call}{literal}) {{ id }} }}", $"mutation {{ {call}{literal}) }}"]),
    ];

    private static JsonNode Objects(object data)
    {
        var item = JsonSerializer.SerializeToNode(data)!.AsObject();
        foreach (var user in Users)
            if (item[user] is JsonValue key) item[user] = new JsonObject { ["id"] = key.DeepClone() };
        // What is nested has to have what a new one would have to.
        foreach (var named in Named)
            if (item[named] is JsonValue key) item[named] = new JsonObject { ["id"] = key.DeepClone(), ["name"] = "named" };
        return item;
    }
}
