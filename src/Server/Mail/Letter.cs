namespace Directus.Grpc.Server.Mail;

/// <summary>A mail that waits to be written and sent.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">As people read it.</param>
/// <param name="Template">The template's name.</param>
/// <param name="Values">Texts that the template may show.</param>
/// <param name="Message">Markdown that the template may show as `message`, if any; HTML in it is kept as far as it does nothing.</param>
internal sealed record Letter(string To, string Subject, string Template, IReadOnlyDictionary<string, string> Values, string? Message = null);
