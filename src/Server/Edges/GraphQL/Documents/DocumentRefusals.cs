using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using GraphQL;
using GraphQLParser.Exceptions;

namespace Directus.Grpc.Server.Edges.GraphQL.Documents;

/// <summary>Documents that are refused before anything of them is done: GRAPHQL_VALIDATION, with what is wrong with them.</summary>
internal static class DocumentRefusals
{
    private const string Hint = " Did you mean";

    public static DirectusException Of(string message) => Of([new JsonObject { ["message"] = message }]);

    public static DirectusException Of(GraphQLSyntaxErrorException error) => Of(
        [new JsonObject { ["message"] = error.Message, ["locations"] = new JsonArray(Location(error.Location.Line, error.Location.Column)) }]);

    /// <param name="errors">What the library found.</param>
    /// <param name="hints">Whether it may say which names there are.</param>
    public static DirectusException Of(IEnumerable<ExecutionError> errors, bool hints) => Of(
    [
        .. errors.Select(error => new JsonObject
        {
            ["message"] = hints ? error.Message : WithoutHint(error.Message),
            ["locations"] = new JsonArray([.. (error.Locations ?? []).Select(location => Location(location.Line, location.Column))]),
        }),
    ]);

    private static DirectusException Of(JsonObject[] errors) => new([new DirectusError(ErrorCodes.GraphQLValidation,
        ErrorCodes.GraphQLValidation.Meaning, new Dictionary<string, object?> { ["errors"] = new JsonArray([.. errors]) })]);

    private static string WithoutHint(string message) =>
        message.IndexOf(Hint, StringComparison.Ordinal) is var hint and >= 0 ? message[..hint] : message;

    private static JsonObject Location(int line, int column) => new() { ["line"] = line, ["column"] = column };
}
