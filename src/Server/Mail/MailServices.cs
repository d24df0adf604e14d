namespace Directus.Grpc.Server.Mail;

internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<TemplateFiles>()
            .AddSingleton<TemplateRenderer>()
            .AddSingleton<LetterWriter>()
            .AddSingleton<IMailTransport, SmtpTransport>()
            .AddSingleton<Mailbox>()
            .AddSingleton<IMailbox>(provider => provider.GetRequiredService<Mailbox>())
            .AddHostedService<MailSender>();
    }
}
