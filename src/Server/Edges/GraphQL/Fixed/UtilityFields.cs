using System.Text.Json;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.GraphQL.Items;
using Directus.Grpc.Server.History.Revisions;
using Directus.Grpc.Server.Items.Sorting;
using Directus.Grpc.Server.Kernel;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Small tools.</summary>
internal sealed class UtilityFields(TextHashes hashes, ItemSorter sorter, Reverts reverts, KnownState known) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("utils_random_string",
            context => Task.FromResult<object?>(RandomText.Of(context.GetArgument<int?>("length") ?? RandomText.DefaultLength))),
        new("utils_hash_generate", async context =>
            await hashes.GenerateAsync(GraphQLCall.Of(context).Caller.Principal, ArgumentPayload.Of(context)
                .Required("string"), context.CancellationToken)),
        new("utils_hash_verify", VerifyAsync),
        new("utils_sort", SortAsync),
        new("utils_revert", RevertAsync),
        new("utils_cache_clear", ClearCacheAsync),
    ];

    private async Task<object?> VerifyAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        return await hashes.VerifyAsync(GraphQLCall.Of(context).Caller.Principal, payload.Required("string"), payload.Required("hash"),
            context.CancellationToken);
    }

    private async Task<object?> SortAsync(IResolveFieldContext context)
    {
        string Argument(string name) => context.GetArgument<string>(name);
        await sorter.MoveAsync(GraphQLCall.Of(context).Caller, Argument("collection"), Argument("item"), Argument("to"), context.CancellationToken);
        return true;
    }

    private async Task<object?> RevertAsync(IResolveFieldContext context)
    {
        var revision = ItemQueries.Key(context, "revision");
        await reverts.RevertAsync(GraphQLCall.Of(context).Caller, revision.ValueKind == JsonValueKind.String
            ? revision.GetString()!
            : revision.GetRawText(),
            context.CancellationToken);
        return true;
    }

    private async Task<object?> ClearCacheAsync(IResolveFieldContext context)
    {
        GraphQLCall.Of(context).Caller.RequireAdmin();
        await known.ForgetAsync(context.CancellationToken);
        return null;
    }
}
