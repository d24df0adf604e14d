namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>A collection of the model; its first field is its key.</summary>
/// <param name="Name">Its name on the server.</param>
internal sealed record ModelCollection(string Name, params ModelField[] Fields)
{
    public ModelField Key => Fields[0];

    public IEnumerable<ModelField> Columns => Fields.Where(candidate => !candidate.IsList);

    public ModelField this[string name] => Fields.Single(candidate => candidate.Name == name);
}
