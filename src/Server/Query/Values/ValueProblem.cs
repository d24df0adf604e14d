namespace Directus.Grpc.Server.Query.Values;

/// <summary>Why a value does not fit its field.</summary>
public enum ValueProblem
{
    None,
    Invalid,
    OutOfRange,
    TooLong,
}
