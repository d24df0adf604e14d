using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A number equals itself, of whatever type its column is.</summary>
public sealed class NumberFilterTests
{
    private static readonly (string Field, string Low, string Value, string High)[] Numbers =
    [
        ("small:integer", "1", "2", "3"), ("whole:integer", "-2147483648", "5", "2147483647"),
            ("big:bigInteger", "1", "9007199254740993", "9007199254740994"),
        ("ratio:float", "0.1", "0.2", "0.3"), ("price:decimal", "0.10", "0.20", "0.30"),
    ];

    [Theory, EachDatabase]
    public async Task Every_operator_knows_a_number_by_its_own_value(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var numbers = await app.CreateCollectionAsync([.. Numbers.Select(number => number.Field)]);
        foreach (var pick in (Func<(string, string Low, string Value, string High), string>[])[number =>
            number.Low, number => number.Value, number => number.High])
            await app.CreateAsync($"/items/{numbers}", Numbers.ToDictionary(number => Name(number.Field), number => pick(number)));
        var ruled = await app.SignInAsync(May.Read(numbers).Where(new { ratio = new { _eq = 0.2 } }));

        foreach (var (field, low, value, high) in Numbers)
        {
            (string Rule, string Keys)[] rules =
            [
                ($"[_eq]={value}", "2"), ($"[_neq]={value}", "1 3"), ($"[_in]={low},{value}", "1 2"), ($"[_nin]={low},{value}", "3"),
                    ($"[_lt]={value}", "1"), ($"[_lte]={value}", "1 2"),
                ($"[_gt]={value}", "3"), ($"[_gte]={value}", "2 3"), ($"[_between]={low},{value}", "1 2"), ($"[_nbetween]={low},{value}", "3"),
                    ($"[_in][]={high}", "3"),
            ];
            foreach (var (rule, keys) in rules)
                Assert.Equal((field, rule, keys), (field, rule, await KeysAsync(app.Admin, numbers, $"filter[{Name(field)}]{rule}")));
        }

        Assert.Equal("2", await KeysAsync(ruled, numbers, ""));
        Assert.Equal("2", await KeysAsync(app.Admin, numbers, "search=0.2"));
        Assert.Equal("1 2 3", await KeysAsync(app.Admin, numbers, "filter[ratio][_lt]=1e300"));
        Assert.Equal("", await KeysAsync(app.Admin, numbers, "filter[ratio][_in]=1e300,-1e300"));
        await (await app.Admin.PatchAsync($"/items/{numbers}",
            new { query = new { filter = new { ratio = new { _eq = 0.3 } } }, data = new { small = 9 } })).DataAsync();
        Assert.Equal("3", await KeysAsync(app.Admin, numbers, "filter[small][_eq]=9"));
    }

    [Theory, EachDatabase]
    public async Task A_decimal_is_compared_with_numbers_that_its_column_could_not_hold(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var prices = await app.CreateCollectionAsync("price:decimal");
        foreach (var price in (string[])["0.10", "12.34"]) await app.CreateAsync($"/items/{prices}", new { price });
        (string Rule, string Keys)[] rules =
        [
            ("[_gt]=0.0999999", "1 2"), ("[_eq]=0.1000001", ""), ("[_lt]=99999999999", "1 2"), ("[_in]=0.1,99999999999", "1"),
                ("[_between]=12.339999,12.340001", "2"),
        ];

        foreach (var (rule, keys) in rules) Assert.Equal((rule, keys), (rule, await KeysAsync(app.Admin, prices, $"filter[price]{rule}")));
    }

    private static string Name(string field) => field.Split(':')[0];

    private static async Task<string> KeysAsync(TestClient client, string collection, string query)
    {
        var found = await (await client.GetAsync($"/items/{collection}?fields=id&sort=id&{query}")).DataAsync();
        return string.Join(' ', found!.AsArray().Select(item => (int)item!["id"]!));
    }
}
