namespace Directus.Grpc.Server.Mail;

/// <summary>A mail that waits to be written and sent.</summary>
internal sealed record Letter(string To, string Subject, string Template, IReadOnlyDictionary<string, string> Values);
