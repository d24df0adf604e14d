using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Texts of the project: one for each key and language, however it is written.</summary>
public sealed class TranslationTests
{
    [Theory, EachDatabase]
    public async Task A_text_has_one_translation_into_each_language(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = $"text_{TestApp.Mark()}";
        var german = await app.CreateAsync("/translations", Text(key, "de-DE"));
        var english = await app.CreateAsync("/translations", Text(key, "en-US"));

        await (await app.Admin.PostAsync("/translations", Text(key, "de-DE"))).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync("/translations", new[] { Text($"{key}_2", "fr-FR"), Text($"{key}_2", "fr-FR") }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PatchAsync($"/translations/{english}", new { language = "de-DE" })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PatchAsync("/translations", new { keys = new[] { german, english }, data = new { language = "fr-FR" } }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        var refused = new CreateItemsRequest { Collection = "directus_translations", Items = { Structs.Of(Text(key, "de-DE")) } };
        await app.Admin.Items.CreateItemsAsync(refused).ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");

        Assert.Equal(2, (await (await app.Admin.GetAsync($"/translations?filter[key][_starts_with]={key}")).DataAsync())!.AsArray().Count);
    }

    [Theory, EachDatabase]
    public async Task Its_own_language_is_not_in_its_way(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var key = $"text_{TestApp.Mark()}";
        var german = await app.CreateAsync("/translations", Text(key, "de-DE"));

        await (await app.Admin.PatchAsync($"/translations/{german}", Text(key, "de-DE"))).DataAsync();
        await (await app.Admin.PatchAsync($"/translations/{german}", new { value = "Servus" })).DataAsync();
        await (await app.Admin.PatchAsync($"/translations/{german}", new { language = "de-AT" })).DataAsync();
    }

    private static object Text(string key, string language) => new { key, language, value = "Hallo" };
}
