namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>A field of the model.</summary>
/// <param name="Target">The collection on the other side of a relation.</param>
/// <param name="Via">Of a list: the foreign key there. Of a many-to-any: the field that names the collection.</param>
internal sealed record ModelField(string Name, Kind Kind, string? Target = null, string? Via = null)
{
    public bool IsList => Kind == Kind.Many;

    public bool IsText => Kind is Kind.String or Kind.Text or Kind.Csv;

    public bool IsNumber => Kind is Kind.Integer or Kind.BigInteger or Kind.Float or Kind.Decimal;

    public bool IsMoment => Kind is Kind.Date or Kind.Time or Kind.DateTime or Kind.Timestamp;
}
