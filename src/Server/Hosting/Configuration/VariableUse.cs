namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>What becomes of a variable of Directus.</summary>
internal enum VariableUse
{
    /// <summary>It does what it does there.</summary>
    Honoured,

    /// <summary>It is taken and changes nothing, as nothing here needs it.</summary>
    WithoutEffect,

    /// <summary>What it asks for is not there.</summary>
    NotSupported,
}
