using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Rules;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.TestKit;
using Google.Protobuf;
using Grpc.Core;
using Xunit;
using Aggregation = Directus.Grpc.Items.V1.Aggregation;
using AggregateFunction = Directus.Grpc.Server.Query.Catalogues.AggregateFunction;
using AggregateName = Directus.Grpc.Items.V1.AggregateFunction;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>What the catalogues of operators, aggregates and functions hold is answered alike by every face, and in memory.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] Fields =
        ["text", "ident:uuid", "flag:boolean", "number:integer", "day:date", "moment:dateTime", "hour:time", "data:json"];

    private static readonly JsonObject[] Rows =
    [
        Row("""{"id":1,"text":"Alpha","ident":"11111111-1111-4111-8111-111111111111","flag":true,"number":1,"day":"2021-01-05","hour":"07:00:00","data":[1,2]}"""),
        Row("""{"id":2,"text":"beta","ident":"22222222-2222-4222-8222-222222222222","flag":false,"number":3,"day":"2022-02-06","hour":"08:30:00"}"""),
        Row("""{"id":3,"text":"gamma","ident":"33333333-3333-4333-8333-333333333333","flag":false,"number":3,"day":"2023-03-07","hour":"09:00:00"}"""),
        Row("""{"id":4,"text":"","number":8}"""),
        Row("""{"id":5,"moment":"2024-03-10T11:12:13"}"""),
    ];

    private static readonly Dictionary<string, decimal> Computed = new()
    {
        ["countAll"] = 5, ["count"] = 4, ["countDistinct"] = 3, ["sum"] = 15, ["sumDistinct"] = 12, ["avg"] = 3.75m, ["avgDistinct"] = 4,
        ["min"] = 1, ["max"] = 8,
    };

    [Theory, EachDatabase]
    public async Task Every_operator_finds_the_same_on_every_face_and_in_memory(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = await FilledAsync(app);
        foreach (var (asked, family, field) in Pairs())
        {
            var filter = new JsonObject { [field] = new JsonObject { [asked.Name] = Operand(asked, field) } };

            var rest = await RestAsync(app.Admin, items, filter);
            var grpc = await app.Admin.Items.ListItemsAsync(new()
            {
                Collection = items,
                Query = new() { Fields = { "id" }, Sort = { "id" }, Filter = Structs.Of(filter) }
            });

            Assert.True(rest.Length is > 0 and < 5, $"{filter.ToJsonString()} finds {rest.Length} of 5");
            Assert.Equal((asked.Name, field, string.Join(',', rest)),
                (asked.Name, field, string.Join(',', grpc.Items.Select(row => (int)row.Fields["id"].NumberValue))));
            Assert.Equal((asked.Name, field, asked.IsShownOn(family) ? string.Join(',', rest) : "GRAPHQL_VALIDATION"),
                (asked.Name, field, await GraphQLAsync(app.Admin, items, filter)));
            Assert.Equal((asked.Name, field, string.Join(',', rest.Where(id => Given(id, field)))),
                (asked.Name, field, string.Join(',', InMemory(filter, field))));
        }
    }

    // No face takes them in a query: they ask what a write gives.
    [Theory, EachDatabase]
    public async Task Operators_of_written_values_are_refused_in_queries(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = await FilledAsync(app);
        var rules = FilterOperators.All.Where(known => known.Fields == FieldFamily.None).ToList();
        Assert.NotEmpty(rules);

        foreach (var asked in rules)
        {
            var filter = new JsonObject { ["text"] = new JsonObject { [asked.Name] = asked.Operand == OperandForm.Flag ? true : "x" } };
            await (await app.Admin.SearchAsync($"/items/{items}", new { query = new { filter } })).ShouldBeErrorAsync(400, "INVALID_QUERY");
            await app.Admin.Items.ListItemsAsync(new() { Collection = items, Query = new() { Filter = Structs.Of(filter) } })
                .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_QUERY");
            Assert.Equal("GRAPHQL_VALIDATION", await GraphQLAsync(app.Admin, items, filter));
        }
    }

    [Theory, EachDatabase]
    public async Task Every_aggregate_computes_the_same_on_every_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = await FilledAsync(app);
        foreach (var function in AggregateFunctions.All)
        {
            var ofRows = function == AggregateFunctions.CountAll;

            var rest = (await (await app.Admin.GetAsync($"/items/{items}?aggregate[{function}]={(ofRows ? "*" : "number")}"))
                .DataAsync())![0]![function.Name];
            var grpc = (await app.Admin.Items.AggregateAsync(Aggregate(items, function))).Groups.Single().Values[0];
            var graphql = (await app.Admin.AnswerAsync($"{{ {items}_aggregated {{ {function} {(ofRows ? "" : "{ number }")} }} }}"))![$"{items}_aggregated"]![0]![function.Name];

            var want = (function.Name, Computed[function.Name]);
            Assert.Equal(want, (function.Name, Number(ofRows ? rest : rest!["number"])));
            Assert.Equal(want, (function.Name, Number(JsonNode.Parse(JsonFormatter.Default.Format(grpc)))));
            Assert.Equal(want, (function.Name, Number(ofRows ? graphql : graphql!["number"])));
        }
    }

    [Theory, EachDatabase]
    public async Task Every_function_makes_the_same_on_every_face_and_in_memory(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var items = await FilledAsync(app);
        foreach (var function in FieldFunctions.All)
        {
            var (field, row) = function.Part is null ? ("data", 1) : ("moment", 5);
            var (call, name) = function == FieldFunctions.Json ? ("json(data, [1])", "data_1_json") : ($"{function}({field})", $"{field}_{function}");

            var rest = (await (await app.Admin.GetAsync($"/items/{items}/{row}?fields={Uri.EscapeDataString(call)}")).DataAsync())![name];
            var grpc = (await app.Admin.Items.GetItemAsync(new()
            {
                Collection = items, Key = $"{row}",
                Query = new() { Fields = { call } }
            })).Item.ToJson()[name];

            Assert.Equal((call, Number(rest)), (call, Number(grpc)));
            if (function == FieldFunctions.Json)
            {
                Assert.Equal(2, Number(rest));
                continue;
            }

            var graphql = await app.Admin.AnswerAsync($"{{ {items}_by_id(id: {row}) {{ {field}_func {{ {function} }} }} }}");
            Assert.Equal((call, Number(rest)), (call, Number(graphql![$"{items}_by_id"]![$"{field}_func"]![function.Name])));
            Assert.Equal((call, Number(rest)), (call, (decimal)function.OfGiven(Value(Rows[row - 1][field]))!.Value));
        }
    }

    // The number of the rows goes by its other name where it stands beside that of values.
    private static AggregateRequest Aggregate(string items, AggregateFunction function)
    {
        if (function == AggregateFunctions.CountAll)
            return new()
            {
                Collection = items, Aggregates = { new Aggregation { Function = AggregateName.Count },
                new Aggregation { Function = AggregateName.Count, Field = "number" } }
            };
        return new()
        {
            Collection = items,
            Aggregates = { new Aggregation { Function = Enum.Parse<AggregateName>(function.Name, ignoreCase: true), Field = "number" } }
        };
    }

    // Shapes need an extension of the database, and what is masked no one compares.
    private static IEnumerable<(FilterOperator Asked, FieldFamily Family, string Field)> Pairs()
    {
        (FieldFamily Family, string Field)[] fields =
        [
            (FieldFamily.Text, "text"), (FieldFamily.Id, "ident"), (FieldFamily.Flag, "flag"), (FieldFamily.Number, "number"),
            (FieldFamily.Time, "day"), (FieldFamily.Time, "hour"), (FieldFamily.Other, "data"),
        ];
        return from asked in FilterOperators.All
               from entry in fields
               where asked.Fields.HasFlag(entry.Family)
               select (asked, entry.Family,
            entry.Field);
    }

    private static JsonNode Operand(FilterOperator asked, string field)
    {
        if (asked.Operand == OperandForm.Flag) return true;
        var (low, value) = (Rows[0][field]!.DeepClone(), Rows[1][field]!.DeepClone());
        var text = asked.IgnoresCase ? value.ToString().ToUpperInvariant() : value.ToString();
        return asked.Test switch
        {
            FilterTest.In => new JsonArray(low, value),
            FilterTest.Between => new JsonArray(low, value),
            FilterTest.Contains => text[1..3],
            FilterTest.StartsWith => text[..2],
            FilterTest.EndsWith => text[^2..],
            _ => value,
        };
    }

    private static async Task<string> FilledAsync(TestApp app)
    {
        var items = await app.CreateCollectionAsync(Fields);
        await (await app.Admin.PostAsync($"/items/{items}", Rows)).DataAsync();
        return items;
    }

    private static async Task<int[]> RestAsync(TestClient client, string items, JsonObject filter)
    {
        var reply = await client.SearchAsync($"/items/{items}", new { query = new { fields = new[] { "id" }, sort = new[] { "id" }, filter } });
        return [.. (await reply.DataAsync())!.AsArray().Select(row => (int)row!["id"]!)];
    }

    // The keys that are found, or the code of the refusal.
    private static async Task<string> GraphQLAsync(TestClient client, string items, JsonObject filter)
    {
        var (field, rule) = filter.Single();
        var (name, operand) = rule!.AsObject().Single();
        var document = $"{{ {items}(sort: [\"id\"], filter: {{ {field}: {{ {name}: {operand!.ToJsonString()} }} }}) {{ id }} }}";
        if (await client.RefusalAsync(document) is { } refusal) return refusal;
        return string.Join(',', (await client.AnswerAsync(document))![items]!.AsArray().Select(row => (string?)row!["id"]));
    }

    private static IEnumerable<int> InMemory(JsonObject filter, string field)
    {
        var checker = new RuleChecker(new VariableResolver(new PlanVariables(null, null, [], [], DateTimeOffset.UnixEpoch)));
        var rule = FilterParser.Parse(filter);
        return Rows.Where(row => row.ContainsKey(field) && checker.Check(rule, RuledItem.Of(Value(row))).Count == 0).Select(row => (int)row["id"]!);
    }

    // A rule of a write holds for what is not given.
    private static bool Given(int id, string field) => Rows[id - 1].ContainsKey(field);

    private static JsonElement Value(JsonNode? json) => JsonSerializer.SerializeToElement(json);

    private static decimal Number(JsonNode? json) => decimal.Parse(json!.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static JsonObject Row(string json) => JsonNode.Parse(json)!.AsObject();
}
