namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>A row of the model: the values of its columns.</summary>
internal sealed record Row(ModelCollection Collection, Dictionary<string, object?> Values)
{
    public object Key => Values[Collection.Key.Name]!;
}
