using System.Buffers;
using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Edges.LegacyV11.Activity;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Schema;
using Xunit;

namespace Directus.Grpc.Server.Tests.LegacyV11;

/// <summary>How values of users and of activity look in API v1.1, and are written from there.</summary>
public sealed class ValueFormTests
{
    private static readonly ValueForm Status =
        UserStatus.Form(UserStatus.Of(new Field { Collection = "directus_users", Name = "status", Type = FieldType.String }));

    [Theory]
    [InlineData("active", 1)]
    [InlineData("draft", 2)]
    [InlineData("invited", 2)]
    [InlineData("unverified", 2)]
    [InlineData("suspended", 2)]
    [InlineData("archived", 0)]
    public void Statuses_of_users_are_told_by_numbers(string stored, int told) => Assert.Equal($"{told}", Out(Status, $"\"{stored}\""));

    [Theory]
    [InlineData("1", "active")]
    [InlineData("\"1\"", "active")]
    [InlineData("2", "suspended")]
    [InlineData("\"0\"", "archived")]
    [InlineData("3", "archived")]
    [InlineData("\"invited\"", "invited")]
    public void And_written_so(string given, string stored) => Assert.Equal($"\"{stored}\"", Status.In(JsonElement.Parse(given))?.ToJsonString());

    [Theory]
    [InlineData("en", "en-US")]
    [InlineData("es", "es-ES")]
    [InlineData("de", "de-DE")]
    [InlineData("fr", "fr-FR")]
    [InlineData("it", "it-IT")]
    [InlineData("zh-hans", "zh-CN")]
    [InlineData("nl", "nl-NL")]
    [InlineData("pt-BR", "pt-BR")]
    public void Languages_go_and_come(string told, string stored)
    {
        Assert.Equal($"\"{told}\"", Out(Languages.Form, $"\"{stored}\""));
        Assert.Equal($"\"{stored}\"", Languages.Form.In(JsonElement.Parse($"\"{told}\""))?.ToJsonString());
    }

    [Fact]
    public void No_language_is_none()
    {
        Assert.Equal("null", Out(Languages.Form, "null"));
        Assert.Null(Languages.Form.In(JsonElement.Parse("null")));
    }

    [Theory]
    [InlineData("create", "ADD")]
    [InlineData("update", "UPDATE")]
    [InlineData("delete", "DELETE")]
    [InlineData("login", "LOGIN")]
    [InlineData("run", "RUN")]
    public void Actions_go_and_come(string stored, string told)
    {
        Assert.Equal($"\"{told}\"", Out(ActivityKinds.Actions, $"\"{stored}\""));
        Assert.Equal($"\"{stored}\"", ActivityKinds.Actions.In(JsonElement.Parse($"\"{told}\""))?.ToJsonString());
    }

    [Theory]
    [InlineData("directus_users", "login", "LOGIN")]
    [InlineData("directus_users", "update", "ENTRY")]
    [InlineData("directus_files", "create", "FILES")]
    [InlineData("directus_settings", "update", "SETTINGS")]
    [InlineData("directus_collections", "update", "SETTINGS")]
    [InlineData("directus_fields", "create", "SETTINGS")]
    [InlineData("directus_relations", "delete", "SETTINGS")]
    [InlineData("directus_presets", "create", "UI")]
    [InlineData("directus_notifications", "create", "MESSAGES")]
    [InlineData("directus_comments", "create", "MESSAGES")]
    [InlineData("articles", "create", "ENTRY")]
    public void The_type_of_activity_tells_what_it_was_about(string collection, string action, string type) =>
        Assert.Equal(type, ActivityKinds.TypeOf(collection, action));

    [Fact]
    public void The_administrators_are_group_1_and_all_others_the_start_of_their_uuid()
    {
        var (administrators, other) = (Guid.Parse("11111111-1111-4111-8111-111111111111"), Guid.Parse("00000000-00ff-4111-8111-111111111111"));
        Assert.Equal((1, 255, 255), (GroupKey.Of(administrators, administrators), GroupKey.Of(other, administrators), GroupKey.Of(other, null)));
    }

    private static string Out(ValueForm form, string stored)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) form.Out(Encoding.UTF8.GetBytes(stored), json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
