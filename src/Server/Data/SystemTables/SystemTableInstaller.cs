using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>Makes the system tables of an empty database. A database that has one, whoever made it, is left as it is.</summary>
internal sealed class SystemTableInstaller(IPasswordHasher hasher, TimeProvider time)
{
    /// <summary>Whether the database has system tables.</summary>
    public static async Task<bool> IsInstalledAsync(DbSession session, CancellationToken cancellation)
    {
        var sql = new SqlBuilder(session.Dialect).Append(session.Dialect.TableNamesWhereName).Append(" like ")
            .Value(SystemCollections.Prefix.Replace("_", "\\_", StringComparison.Ordinal) + "%", SqlKind.Text)
            .Append(" escape '\\'").Build();
        return await session.ScalarAsync(sql, cancellation) is not null;
    }

    /// <summary>Makes the tables and the first rows in one transaction; answers whether there was need to.</summary>
    public Task<bool> InstallAsync(Database database, Func<FirstAdmin> admin, CancellationToken cancellation) =>
        database.AlterAsync(async session =>
        {
            if (await IsInstalledAsync(session, cancellation)) return false;
            var definitions = SystemTableDefinitions.From(SystemSchema.Instance);
            foreach (var statement in session.Dialect.Ddl.CreateTables(definitions))
            {
                await session.ExecuteAsync(statement, cancellation);
            }

            await new FirstRows(session, SystemSchema.Instance, time.GetUtcNow()).WriteAsync(admin(), hasher, cancellation);
            return true;
        }, cancellation);

    public Task<bool> InstallAsync(Database database, FirstAdmin admin, CancellationToken cancellation) =>
        InstallAsync(database, () => admin, cancellation);
}
