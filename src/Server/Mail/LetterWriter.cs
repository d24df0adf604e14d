using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Kernel;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Directus.Grpc.Server.Mail;

/// <summary>Letter → message with a text and an HTML part. For HTML every value is encoded, and the message made harmless, before a
/// template sees it, so that no template, of ours or of the project's, can forget to.</summary>
internal sealed partial class LetterWriter(Database database, TemplateRenderer templates, PublicAddress address, IOptions<MailOptions> options)
{
    private const string UsualColor = "#6644FF";

    public async Task<MimeMessage> WriteAsync(Letter letter, CancellationToken cancellation)
    {
        var values = await ValuesAsync(letter, cancellation);
        var encoded = values.ToDictionary(value => value.Key, value => HtmlEncoder.Default.Encode(value.Value));
        if (letter.Message is { } text) (values["message"], encoded["message"]) = (text, RichText.OfMarkdown(text));
        var body = new BodyBuilder
        {
            TextBody = await templates.RenderAsync($"{letter.Template}.text", values),
            HtmlBody = await templates.RenderAsync(letter.Template, encoded)
                ?? throw new InvalidOperationException($"There is no mail template \"{letter.Template}\"."),
        };
        var message = new MimeMessage { Subject = letter.Subject, Body = body.ToMessageBody() };
        message.From.Add(MailboxAddress.Parse(options.Value.From));
        message.To.Add(new MailboxAddress("", letter.To));
        return message;
    }

    private async Task<Dictionary<string, string>> ValuesAsync(Letter letter, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var settings = await session.Table<SettingsRow>().FirstOrDefaultAsync(cancellation) ?? new SettingsRow();
        return new Dictionary<string, string>(letter.Values)
        {
            ["projectName"] = settings.ProjectName,
            ["projectColor"] = Color().IsMatch(settings.ProjectColor) ? settings.ProjectColor : UsualColor,
            ["projectUrl"] = WebAddress(settings.ProjectUrl) ?? address.Of("/"),
        };
    }

    private static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;

    [GeneratedRegex(@"^#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Color();
}
