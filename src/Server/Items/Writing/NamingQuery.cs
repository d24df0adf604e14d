using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>How those name items who may write but not read them: by the very values of fields, as one names them by key. A
/// refusal tells them that a row out of their reach has that value, so that nothing may be asked for that finds values out:
/// no order, no beginnings of texts, no pages.</summary>
internal static class NamingQuery
{
    public static void Require(Collection target, ItemQuery query)
    {
        var plain = string.IsNullOrEmpty(query.Search) && query.Sort.IsEmpty && query is { Limit: null or -1, Offset: 0, Page: null };
        if (!plain || !Names(query.Filter)) throw DirectusException.Forbidden(target.Name);
    }

    private static bool Names(FilterNode filter) => filter switch
    {
        FilterNode.And and => !and.Terms.IsEmpty && and.Terms.All(Names),
        FilterNode.Or or => !or.Terms.IsEmpty && or.Terms.All(Names),
        FilterNode.At { Field: { Function: null, Scope: null } } at => IsValue(at.Rule),
        _ => false,
    };

    private static bool IsValue(FilterNode rule) => rule switch
    {
        FilterNode.And and => !and.Terms.IsEmpty && and.Terms.All(IsValue),
        FilterNode.Or or => !or.Terms.IsEmpty && or.Terms.All(IsValue),
        FilterNode.Test test => test.Operator == FilterOperators.Equal || test.Operator == FilterOperators.In,
        _ => false,
    };
}
