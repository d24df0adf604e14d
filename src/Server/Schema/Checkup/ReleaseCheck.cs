using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Checkup;

/// <summary>Which release of Directus made a database, by the migrations that it has behind it.</summary>
internal static class ReleaseCheck
{
    // Directus 11 began with it: rights moved from roles to policies.
    private const string Policies = "20240806A";

    /// <param name="migrations">Versions of the migrations that were run.</param>
    public static Finding Of(IReadOnlyCollection<string> migrations)
    {
        var known = SystemSchema.Instance.Migrations.Select(migration => migration.Key).ToList();
        var (missing, more) = (known.Except(migrations).ToList(), migrations.Except(known).Where(version => IsLater(version, known)).ToList());
        if (missing.Contains(Policies))
            return new Finding(FindingLevel.Problem, "The database was made by Directus 10 or older: its rights are those of roles, not of policies.",
                "Let Directus 11 bring it up first: `npx directus@11 database migrate:latest`. A backup before is the way back.");
        if (more.Count > 0)
            return new Finding(FindingLevel.Note, $"The database was made by a later release than Directus {ProductVersion.Directus}: it has "
                + $"{more.Count} migrations that are not known here, the last of them {more.Max(StringComparer.Ordinal)}. "
                + "It is served; what they added is not.");
        if (missing.Count > 0)
            return new Finding(FindingLevel.Advice, $"The database was made by an earlier Directus 11 than {ProductVersion.Directus}: "
                + $"{missing.Count} migrations are missing, the first of them {missing.Min(StringComparer.Ordinal)}. "
                + "It is served without what they add.",
                $"`npx directus@{ProductVersion.Directus} database migrate:latest` brings it up.");
        return new Finding(FindingLevel.Note, $"The database is that of Directus {ProductVersion.Directus}.");
    }

    // Those between the known ones are a project's own.
    private static bool IsLater(string version, List<string> known) => string.CompareOrdinal(version, known.Max(StringComparer.Ordinal)) > 0;
}
