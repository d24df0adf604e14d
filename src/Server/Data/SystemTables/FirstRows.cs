using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>The rows of a new project: an administrator with role and policy, the policy of the public, the settings.</summary>
internal sealed class FirstRows(DbSession session, SystemSchema schema, DateTimeOffset now)
{
    /// <summary>The policy of callers without a token; the same in every project.</summary>
    public static readonly Guid PublicPolicy = Guid.Parse("abf8a154-5b1c-4a46-ac9c-7300570f4f17");

    public async Task WriteAsync(FirstAdmin admin, IPasswordHasher hasher, CancellationToken cancellation)
    {
        var (role, policy, user) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await InsertAsync(SystemCollections.Roles, cancellation, ("id", role), ("name", "Administrator"), ("icon", "verified"),
            ("description", "$t:admin_description"));
        await InsertAsync(SystemCollections.Policies, cancellation, ("id", policy), ("name", "Administrator"), ("icon", "verified"),
            ("description", "$t:admin_description"), ("enforce_tfa", false), ("admin_access", true), ("app_access", true));
        await InsertAsync(SystemCollections.Policies, cancellation, ("id", PublicPolicy), ("name", "$t:public_label"), ("icon", "public"),
            ("description", "$t:public_description"), ("enforce_tfa", false), ("admin_access", false), ("app_access", false));
        await InsertAsync(SystemCollections.Access, cancellation, ("id", Guid.NewGuid()), ("policy", PublicPolicy), ("sort", 1));
        await InsertAsync(SystemCollections.Access, cancellation, ("id", Guid.NewGuid()), ("role", role), ("policy", policy));
        await InsertAsync(SystemCollections.Users, cancellation, ("id", user), ("first_name", "Admin"), ("last_name", "User"),
            ("email", admin.Email), ("password", hasher.Hash(admin.Password)), ("role", role), ("status", UserRow.Active),
            ("token", admin.Token), ("provider", UserRow.DefaultProvider), ("email_notifications", true));
        await InsertAsync(SystemCollections.Settings, cancellation,
            [("project_id", Guid.CreateVersion7(now)), .. schema.Settings.Select(setting => (setting.Key, (object?)setting.Value))]);
        foreach (var (version, name) in schema.Migrations)
        {
            await InsertAsync(SystemCollections.Migrations, cancellation, ("version", version), ("name", name), ("timestamp", now.UtcDateTime));
        }
    }

    private async Task InsertAsync(string table, CancellationToken cancellation, params (string Column, object? Value)[] values)
    {
        var fields = schema.Tables[table].Fields.ToDictionary(field => field.Name);
        var sql = new SqlBuilder(session.Dialect).Append("insert into ").Name(table).Append(" (")
            .List(values, (builder, value) => builder.Name(value.Column)).Append(") values (")
            .List(values, (builder, value) => builder.Value(value.Value, SystemTableDefinitions.KindOf(fields[value.Column])));
        await session.ExecuteAsync(sql.Append(')').Build(), cancellation);
    }
}
