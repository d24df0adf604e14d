using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Kernel;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Small tools.</summary>
internal sealed class UtilityFields(TextHashes hashes) : ISystemFields
{
    public IEnumerable<SystemField> All =>
    [
        new("utils_random_string",
            context => Task.FromResult<object?>(RandomText.Of(context.GetArgument<int?>("length") ?? RandomText.DefaultLength))),
        new("utils_hash_generate", async context =>
            await hashes.GenerateAsync(GraphQLCall.Of(context).Caller.Principal, ArgumentPayload.Of(context)
                .Required("string"), context.CancellationToken)),
        new("utils_hash_verify", VerifyAsync),
    ];

    private async Task<object?> VerifyAsync(IResolveFieldContext context)
    {
        var payload = ArgumentPayload.Of(context);
        return await hashes.VerifyAsync(GraphQLCall.Of(context).Caller.Principal, payload.Required("string"), payload.Required("hash"),
            context.CancellationToken);
    }
}
