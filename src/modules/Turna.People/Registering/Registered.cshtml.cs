using Microsoft.AspNetCore.Mvc.RazorPages;
using Turna.Kernel;

namespace Turna.People.Registering;

/// <summary>Says that a restricted person was registered, to somebody who may not open her.</summary>
[Needs(PeoplePermissions.RegisterName)]
internal sealed class RegisteredModel : PageModel;
