using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>The rights of a share's token: what its role and its creator both may read of the shared item.</summary>
internal static class ShareScope
{
    public static AccessRules Limit(Collection collection, string item, AccessRules role, AccessRules creator)
    {
        var only = new FilterNode.At(new FieldPath(collection.PrimaryKey.Name), new FilterNode.Test("_eq", JsonSerializer.SerializeToElement(item)));
        var rules = from own in role.For(collection.Name, AccessAction.Read)
                    from given in creator.For(collection.Name, AccessAction.Read)
                    select Both(own, given, only);
        return new AccessRules(new Dictionary<(string, AccessAction), ImmutableArray<AccessRule>>
        {
            [(collection.Name, AccessAction.Read)] = [.. rules.Where(rule => rule.Fields.Count > 0)],
        });
    }

    private static AccessRule Both(AccessRule own, AccessRule given, FilterNode only)
    {
        var fields = own.AllFields ? given.Fields : given.AllFields ? own.Fields : own.Fields.Intersect(given.Fields).ToFrozenSet();
        return new AccessRule(new FilterNode.And([only, own.Filter, given.Filter]), fields, FilterNode.All,
            ImmutableDictionary<string, JsonElement>.Empty);
    }
}
