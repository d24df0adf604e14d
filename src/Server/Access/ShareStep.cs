using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>A place on the way from a shared item to what it leads to.</summary>
/// <param name="Collection">Where the way has come.</param>
/// <param name="Rules">What may be read there of the items on this way.</param>
/// <param name="By">The relation that it came by; null for the shared item itself.</param>
/// <param name="Passed">The collections on the way, this one included.</param>
/// <param name="Steps">How many steps count so far.</param>
internal sealed record ShareStep(Collection Collection, ImmutableArray<AccessRule> Rules, Relation? By, ImmutableHashSet<string> Passed, int Steps);
