using Directus.Grpc.Folders.V1;
using Directus.Grpc.Notifications.V1;
using Directus.Grpc.Presets.V1;
using Directus.Grpc.TestKit;
using Directus.Grpc.Translations.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Folders, presets, translations and notifications as messages are the same items as over REST.</summary>
public sealed class TypedServiceTests
{
    [Theory, EachDatabase]
    public async Task Folders(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var folders = new FoldersService.FoldersServiceClient(app.Admin.Rpc);
        var top = (await folders.CreateFoldersAsync(new() { Folders = { new Folder { Name = "top" } } })).Folders.Single().Id;
        var inner = (await folders.CreateFoldersAsync(new() { Folders = { new Folder { Name = "inner", Parent = top } } })).Folders.Single();
        Assert.Equal(top, inner.Parent);
        await (await app.Admin.GetAsync($"/folders/{inner.Id}?fields=name,parent")).ShouldBeDataAsync($$"""{"name":"inner","parent":"{{top}}"}""");
        Assert.False((await folders.UpdateFolderAsync(new() { Id = inner.Id, Clear = { "parent" } })).Folder.HasParent);
        await folders.DeleteFoldersAsync(new() { Keys = { top, inner.Id } });
        Assert.Empty((await folders.ListFoldersAsync(new() { Keys = { top, inner.Id } })).Folders);
    }

    [Theory, EachDatabase]
    public async Task Presets(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var presets = new PresetsService.PresetsServiceClient(app.Admin.Rpc);
        var options = new Struct { Fields = { ["tabular"] = Value.ForStruct(new() { Fields = { ["limit"] = Value.ForNumber(25) } }) } };
        var made = (await presets.CreatePresetsAsync(new()
        {
            Presets = { new Preset { Collection = "directus_users", Bookmark = "B",
            LayoutQuery = options } }
        }))
            .Presets.Single();
        Assert.Equal(25, made.LayoutQuery.Fields["tabular"].StructValue.Fields["limit"].NumberValue);
        await (await app.Admin.GetAsync($"/presets/{made.Id}?fields=bookmark,layout_query")).ShouldBeDataAsync(
            """{"bookmark":"B","layout_query":{"tabular":{"limit":25}}}""");
        await presets.UpdatePresetAsync(new() { Id = $"{made.Id}", Preset = new() { Bookmark = "C" } });
        Assert.Equal("C", (await presets.GetPresetAsync(new() { Id = $"{made.Id}" })).Preset.Bookmark);
        await presets.DeletePresetAsync(new() { Id = $"{made.Id}" });
        await presets.GetPresetAsync(new() { Id = $"{made.Id}" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Translations(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var translations = new TranslationsService.TranslationsServiceClient(app.Admin.Rpc);
        var text = new Translation { Key = TestApp.Mark(), Language = "en-US", Value = "Hello" };
        var id = (await translations.CreateTranslationsAsync(new() { Translations = { text } })).Translations.Single().Id;
        await (await app.Admin.GetAsync($"/translations/{id}?fields=language,value")).ShouldBeDataAsync("""{"language":"en-US","value":"Hello"}""");
        await Assert.ThrowsAsync<RpcException>(async () => await translations.CreateTranslationsAsync(new() { Translations = { text } }));
        Assert.Equal("Hi", (await translations.UpdateTranslationAsync(new() { Id = id, Translation = new() { Value = "Hi" } })).Translation.Value);
        await translations.DeleteTranslationAsync(new() { Id = id });
    }

    [Theory, EachDatabase]
    public async Task Notifications(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var recipient = await app.CreateAsync("/users", new { first_name = "Nobody" });
        var notifications = new NotificationsService.NotificationsServiceClient(app.Admin.Rpc);
        var made = (await notifications.CreateNotificationsAsync(new()
        {
            Notifications = { new Notification { Recipient = recipient,
            Subject = "News" } }
        }))
            .Notifications.Single();
        Assert.Equal(("inbox", recipient), (made.Status, made.Recipient));
        await notifications.UpdateNotificationsAsync(new() { Keys = { $"{made.Id}" }, Notification = new() { Status = "archived" } });
        await (await app.Admin.GetAsync($"/notifications/{made.Id}?fields=status,subject")).ShouldBeDataAsync("""{"status":"archived","subject":"News"}""");
        await notifications.DeleteNotificationAsync(new() { Id = $"{made.Id}" });
    }
}
