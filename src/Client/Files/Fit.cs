using System.Text.Json.Serialization;

namespace Directus.Grpc.Client;

/// <summary>How a picture is fitted into width and height.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Fit>))]
public enum Fit
{
    /// <summary>The server's default, which is cover.</summary>
    [JsonStringEnumMemberName("FIT_UNSPECIFIED")]
    Unspecified,

    /// <summary>Covers both, what does not fit is cut off.</summary>
    [JsonStringEnumMemberName("FIT_COVER")]
    Cover,

    /// <summary>Within both, the rest is filled.</summary>
    [JsonStringEnumMemberName("FIT_CONTAIN")]
    Contain,

    /// <summary>Within both, in the picture's proportions.</summary>
    [JsonStringEnumMemberName("FIT_INSIDE")]
    Inside,

    /// <summary>Over both, in the picture's proportions.</summary>
    [JsonStringEnumMemberName("FIT_OUTSIDE")]
    Outside,
}
