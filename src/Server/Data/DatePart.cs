namespace Directus.Grpc.Server.Data;

/// <summary>A part of a date or time.</summary>
public enum DatePart
{
    Year,
    Month,
    Week,
    Day,
    Weekday,
    Hour,
    Minute,
    Second,
}
