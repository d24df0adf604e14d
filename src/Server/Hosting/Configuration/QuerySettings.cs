using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Edges.GraphQL;
using Directus.Grpc.Server.Edges.LegacyV11;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>What one call may ask for or write.</summary>
internal static class QuerySettings
{
    public static Setting[] All { get; } =
    [
        new("QUERY_LIMIT_DEFAULT", $"{QueryLimits.Section}:Default", SettingKind.Integer) { Min = -1 },
        new("QUERY_LIMIT_MAX", $"{QueryLimits.Section}:Max", SettingKind.Integer) { Min = -1 },
        new("MAX_RELATIONAL_DEPTH", $"{QueryLimits.Section}:MaxRelationalDepth", SettingKind.Integer) { Min = 2, Max = 50 },
        new("QUERY_MAX_FILTER_RULES", $"{QueryLimits.Section}:MaxFilterNodes", SettingKind.Integer) { Min = 10, Max = 10_000 },
        new("QUERY_MAX_VALUES", $"{QueryLimits.Section}:MaxValues", SettingKind.Integer) { Min = 1 },
        new("QUERY_MAX_FIELDS", $"{QueryLimits.Section}:MaxFields", SettingKind.Integer) { Min = 10, Max = 1_000 },
        new("QUERY_MAX_RELATIONS", $"{QueryLimits.Section}:MaxRelations", SettingKind.Integer) { Min = 1 },
        new("MAX_IMPORT_ERRORS", $"{WriteLimits.Section}:{nameof(WriteLimits.MaxImportErrors)}", SettingKind.Integer) { Min = 1 },
        new("MAX_BATCH_MUTATION", $"{WriteLimits.Section}:MaxItems", SettingKind.Integer) { Min = 1 },
        new("LEGACY_API_ENABLED", $"{LegacyOptions.Section}:{nameof(LegacyOptions.Enabled)}", SettingKind.Flag),
        new("GRAPHQL_INTROSPECTION", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.Introspection)}", SettingKind.Flag),
        new("GRAPHQL_QUERY_TOKEN_LIMIT", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.TokenLimit)}",
            SettingKind.Integer) { Min = 100, Max = 100_000 },
        new("GRAPHQL_SCHEMA_CACHE_CAPACITY", $"{GraphQLOptions.Section}:{nameof(GraphQLOptions.SchemaCacheCapacity)}",
            SettingKind.Integer) { Min = 1, Max = 10_000 },
        new("ANSWER_SPOOL_MAX_SIZE", $"{SpoolOptions.Section}:{nameof(SpoolOptions.MaxSize)}", SettingKind.Bytes),
        new("ANSWER_MIN_RATE", $"{SpoolOptions.Section}:{nameof(SpoolOptions.MinRate)}", SettingKind.Bytes),
        new("OPENAPI_ENABLED", $"{HttpOptions.Section}:{nameof(HttpOptions.OpenApi)}", SettingKind.Flag),
        new("MAX_PAYLOAD_SIZE", $"{HttpOptions.Section}:MaxPayload", SettingKind.Bytes),
    ];
}
