using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Schema.Introspection;
using Xunit;

namespace Directus.Grpc.Server.Tests.Schema.Introspection;

/// <summary>What a Studio is told of the system's own fields, by which it chooses its forms.</summary>
public sealed class SystemMetaTests
{
    private static readonly SystemSchema System = SystemSchema.Instance;

    [Fact]
    public void Forms_know_the_interfaces_of_the_fields_that_people_fill_in()
    {
        Assert.Equal("system-permissions", Told("directus_policies", "permissions", "interface"));
        Assert.Equal("select-dropdown-m2o", Told("directus_users", "role", "interface"));
        Assert.Equal("input-hash", Told("directus_users", "password", "interface"));
        Assert.Equal("select-color", Told("directus_settings", "project_color", "interface"));
        Assert.Equal("user", Told("directus_activity", "user", "display"));
    }

    [Fact]
    public void Every_setting_that_is_shown_has_an_interface()
    {
        var settings = System.Tables["directus_settings"];
        var bare = settings.Fields.Where(field => SystemMeta.Of(settings.Name, field) is { } meta && (string?)meta["interface"] is null
            && !(bool)meta["hidden"]!);

        Assert.Empty(bare.Select(field => field.Name));
    }

    [Fact]
    public void What_is_concealed_is_not_told_to_be_otherwise_than_there() =>
        Assert.Null(SystemMeta.Of("directus_users", Field("directus_users", "auth_data"))!["special"]);

    private static string? Told(string collection, string field, string name) =>
        (string?)SystemMeta.Of(collection, Field(collection, field))![name];

    private static SystemField Field(string collection, string name) => System.Tables[collection].Fields.Single(field => field.Name == name);
}
