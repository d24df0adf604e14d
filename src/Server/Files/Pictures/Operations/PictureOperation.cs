using NetVips;

namespace Directus.Grpc.Server.Files.Pictures.Operations;

/// <summary>Makes the change of one operation from its arguments, which it checks; the picture comes later.</summary>
internal delegate Func<Image, Image> PictureOperation(StepArguments arguments);
