using System.Text.Json;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>One of several changes of the model that are made together; bodies are those of the API.</summary>
internal abstract record ModelStep
{
    public sealed record CreateCollection(JsonElement Body) : ModelStep;

    public sealed record UpdateCollection(string Collection, JsonElement Body) : ModelStep;

    public sealed record CreateField(string Collection, JsonElement Body) : ModelStep;

    public sealed record UpdateField(string Collection, string Field, JsonElement Body) : ModelStep;

    public sealed record CreateRelation(JsonElement Body) : ModelStep;

    public sealed record UpdateRelation(string Collection, string Field, JsonElement Body) : ModelStep;
}
