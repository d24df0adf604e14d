using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.GraphQL.Documents;
using GraphQL;

namespace Directus.Grpc.Server.Edges.GraphQL.Fixed;

/// <summary>Arguments of a field, as the payload that the same call has over REST and gRPC.</summary>
internal static class ArgumentPayload
{
    public static PayloadReader Of(IResolveFieldContext context) => PayloadReader.Of(Json(context));

    /// <summary>One argument as JSON.</summary>
    public static JsonElement Json(IResolveFieldContext context, string name) => ArgumentJson.Of(context.Arguments?[name].Value, context);

    public static string Text(IResolveFieldContext context, string name) => context.GetArgument<string>(name);

    // What was not given, or given as null, is not there.
    public static JsonElement Json(IResolveFieldContext context) => ArgumentJson.Of(
        DocumentReader.Given(context.Arguments).Where(argument => argument.Value is not null)
            .ToDictionary(argument => argument.Key, argument => argument.Value), context);
}
