using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Activity;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Comments;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.History;
using Directus.Grpc.Server.Hosting.Commands;
using Directus.Grpc.Server.Hosting.Cors;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Moving;
using Directus.Grpc.Server.Hosting.Pressure;
using Directus.Grpc.Server.Hosting.Proxies;
using Directus.Grpc.Server.Hosting.Telemetry;
using Directus.Grpc.Server.Hosting.Web;
using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Mail;
using Directus.Grpc.Server.Notifications;
using Directus.Grpc.Server.Outbound;
using Directus.Grpc.Server.Retention;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Settings;
using Microsoft.Extensions.Options;

if (CommandLine.Answer(args) is { } answered) return answered;
if (StudioCommand.Of(args) is { } studio) return await studio.RunAsync();

try
{
    var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
    var command = SchemaCommand.Of(args);
    var looks = DoctorCommand.IsAsked(args);
    builder.AddHosting(command is null && !looks ? args : SchemaCommand.HostArguments);
    builder.Services.AddData();
    builder.Services.AddSchema();
    builder.Services.AddAccess();
    builder.Services.AddItems();
    builder.Services.AddActivity();
    builder.Services.AddHistory();
    builder.Services.AddRetention();
    builder.Services.AddSettings();
    builder.Services.AddMail();
    builder.Services.AddComments();
    builder.Services.AddNotifications();
    builder.Services.AddOutbound();
    builder.Services.AddFiles();
    builder.Services.AddAuth();
    builder.Services.AddEdges();

    await using var app = builder.Build();
    if (command is not null) return await command.RunAsync(app.Services);
    if (looks) return await DoctorCommand.RunAsync(app.Services);
    StartChecks.Run(app.Services);
    var listen = app.Services.GetRequiredService<IOptions<ListenOptions>>().Value;
    app.UseProxies();
    app.UseTelemetry();
    app.UseRequestLog();
    app.UseBrowserHeaders();
    app.UseOrigins();
    app.UseComparisons();
    app.UseEdges();
    app.UsePressure();
    app.UseLimits();
    // Neither needs the other, and both take their time.
    var project = Task.Run(() => app.Services.GetRequiredService<ProjectStart>().RunAsync(CancellationToken.None));
    app.MapEdges(listen.Reflection);
    app.MapPrometheus();
    app.MapWeb();
    await project;
    await app.StartAsync();
    Console.WriteLine(listen.Greeting);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (StartFailure.Explain(error) is { } line)
{
    Console.Error.WriteLine(line);
    return 1;
}
