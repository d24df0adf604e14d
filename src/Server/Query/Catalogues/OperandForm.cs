namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>What stands beside an operator.</summary>
public enum OperandForm
{
    /// <summary>Whether it is to hold; nothing stands for yes.</summary>
    Flag,
    Value,
    List,

    /// <summary>A list of two: the lowest and the highest value.</summary>
    Range,

    /// <summary>GeoJSON.</summary>
    Shape,
}
