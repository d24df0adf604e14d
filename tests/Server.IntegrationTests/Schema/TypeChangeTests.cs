using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Changes of a field's type: the values are converted, or the change is refused and nothing is different.</summary>
public sealed class TypeChangeTests
{
    private static readonly (string Type, object Value)[] Types =
    [
        ("string", "x"), ("text", "2024-02-29"), ("integer", 5), ("decimal", "1.50000"), ("boolean", true), ("date", "2024-02-29"),
            ("time", "10:30:00"),
        ("timestamp", "2024-02-29T10:30:00.000Z"), ("json", new { a = 1 }), ("uuid", "0b1e2c3d-0000-4000-8000-0000000000a1"),
    ];

    [Theory, EachDatabase]
    public async Task Every_type_becomes_every_other_with_its_value_or_not_at_all(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync([.. from source in Types from target in Types where source != target select $"{source.Type}_{target.Type}:{source.Type}"]);
        await app.CreateAsync($"/items/{things}", (from source in Types from target in Types where source != target select (source, target))
            .ToDictionary(pair => $"{pair.source.Type}_{pair.target.Type}", pair => pair.source.Value));
        var before = (JsonObject)(await (await app.Admin.GetAsync($"/items/{things}/1")).DataAsync())!;

        var changed = new HashSet<string>();
        foreach (var name in before.Select(part => part.Key).Where(name => name != "id"))
        {
            var reply = await app.Admin.PatchAsync($"/fields/{things}/{name}", new { type = name.Split('_')[1], schema = new { } });
            Assert.True((int)reply.StatusCode is 200 or 400, $"{name}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
            if ((int)reply.StatusCode == 200) changed.Add(name);
        }

        var after = (JsonObject)(await (await app.Admin.GetAsync($"/items/{things}/1")).DataAsync())!;
        foreach (var (name, value) in after)
        {
            if (!changed.Contains(name)) JsonAssert.Same(before[name], value);
            else Assert.True(value is not null, $"{name} is lost");
        }

        string[] converted = ["integer_string", "integer_decimal", "text_date", "text_timestamp", "date_string", "date_timestamp", "timestamp_date",
            "timestamp_string", "uuid_string", "boolean_integer"];
        Assert.Equal([], converted.Except(changed));
        string[] refused = ["string_integer", "string_uuid", "string_time", "string_json", "text_uuid", "date_integer", "timestamp_integer",
            "timestamp_boolean", "time_date", "integer_date", "json_integer"];
        Assert.Equal([], refused.Intersect(changed));
        Assert.Equal(("2024-02-29", "true", "2024-02-29T00:00:00.000Z"),
            ((string?)after["timestamp_date"], (string?)after["boolean_string"], (string?)after["text_timestamp"]));
        await (await app.Admin.GetAsync($"/items/{things}?fields=id&{string.Join('&', changed.Select(name => $"filter[{name}][_nnull]=true"))}")).ShouldBeDataAsync("""[{"id":1}]""");
    }

    [Theory, EachDatabase]
    public async Task A_text_that_spells_no_value_of_the_type_refuses_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        (string Text, string Type)[] odd =
        [
            ("NaN", "float"), ("Infinity", "float"), ("-Infinity", "float"), ("NaN", "decimal"), ("infinity", "date"), ("12024-01-01", "date"),
                ("0044-03-15 BC", "date"),
            ("2024-02-30", "date"), ("noon", "time"), ("24:00:00", "time"), ("10:00:00", "date"), ("infinity", "dateTime"),
                ("12024-01-01 10:00", "timestamp"), ("10:00", "timestamp"),
            ("nope", "uuid"), ("3000000000", "integer"), ("1.5", "integer"), ("99999999999999999999", "bigInteger"), ("maybe", "boolean"),
                ("{", "json"),
        ];
        var things = await app.CreateCollectionAsync([.. odd.Select((_, i) => $"f{i}")]);
        await app.CreateAsync($"/items/{things}", odd.Select((pair, i) => (Name: $"f{i}", pair.Text))
            .ToDictionary(field => field.Name, field => field.Text));
        var before = await (await app.Admin.GetAsync($"/items/{things}")).DataAsync();

        for (var i = 0; i < odd.Length; i++)
        {
            var reply = await app.Admin.PatchAsync($"/fields/{things}/f{i}", new { type = odd[i].Type, schema = new { } });
            Assert.True((int)reply.StatusCode == 400, $"{odd[i]}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
        }

        JsonAssert.Same(before, await (await app.Admin.GetAsync($"/items/{things}")).DataAsync());
    }
}
