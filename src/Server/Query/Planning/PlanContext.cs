using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>All that a plan depends on besides the query.</summary>
public sealed record PlanContext(DatabaseSchema Schema, AccessRules Access, PlanVariables Variables, QueryLimits Options);
