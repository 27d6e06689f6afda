import assert from "node:assert/strict";
import test from "node:test";
import { checkMarked, plainOf } from "../support/marked";
import { snapshotOf } from "../support/problems";

// Files that a program prints: PHP, ASP, JSP, ERB. Each sets SIP_Port_1_ to 99999, which is the one problem of it.

/** What is wrong, and the values that are judged. */
function checkProgram(marked: string, ...values: readonly string[]): void {
  const { text, marks } = plainOf(marked);
  const snapshot = snapshotOf(text);
  assert.equal(marks.length, 1);
  checkMarked(marked, () => snapshot.problems().filter(({ severity }) => severity !== "hint"));
  const settings = snapshot.document.segments.flatMap((segment) => segment.settings);
  assert.deepEqual(
    settings
      .filter(({ templated }) => !templated)
      .map(({ name, text: value }) => `${name}=${value}`)
      .sort(),
    [...values, "SIP_Port_1_=99999"],
    text,
  );
}

test("a text of several lines", () => {
  checkProgram(`
    <?php
    header("Content-Type: text/xml");
    // <flat-profile> is printed below
    echo <<<EOT
    <?xml version="1.0"?>
    <flat-profile>
      <User_ID_1_>$user</User_ID_1_>
      <Display_Name_1_>{$row['x']}</Display_Name_1_>
      <SIP_Port_1_ ua="na">99999</SIP_Port_1_>
                           ^^^^^ value/out-of-range
    </flat-profile>
    EOT;
    if ($a < $b) { log("x"); }
    ?>`);
});

test("a line for each element", () => {
  checkProgram(
    `
      <?php
      echo "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n";
      echo "<flat-profile>\\n";
      echo "<GPP_A ua=\\"na\\">1</GPP_A>\\n";
      echo "<User_ID_1_>" . $ext . "</User_ID_1_>\\n";
      for ($i = 0; $i <$n; $i++) {
        echo "<Line_Enable_".$i."_>maybe</Line_Enable_".$i."_>";
      }
      print '<SIP_Port_1_>99999</SIP_Port_1_>';
                          ^^^^^ value/out-of-range
      echo "</flat-profile>\\n";`,
    "GPP_A=1",
  );
});

test("ASP that prints the root", () => {
  checkProgram(`
    <%@ Language="VBScript" %>
    <%
    Response.ContentType = "text/xml"
    Response.Write "<?xml version=""1.0"" encoding=""UTF-8""?>" & vbCrLf
    Response.Write "<flat-profile>" & vbCrLf
    %>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    <% Response.Write "<User_ID_1_ ua=""na"">" & ext & "</User_ID_1_>" %>
    <Display_Name_1_><%= name %></Display_Name_1_>
    <% Response.Write "</flat-profile>" %>`);
});

test("JSP", () => {
  checkProgram(`
    <%@ page contentType="text/xml" %><% out.println("<?xml version=\\"1.0\\"?>"); %>
    <flat-profile>
    <Line_Enable_<%= i %>_>Yes</Line_Enable_<%= i %>_>
    <% for (int i=0;i<n;i++) { %>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    <% } %>
    </flat-profile>`);
});

test("a root that another file prints", () => {
  checkProgram(
    `
      <?php include 'head.php'; ?>
      <SIP_Port_1_>99999</SIP_Port_1_>
                   ^^^^^ value/out-of-range
      <GPP_A>1</GPP_A>
      </flat-profile>`,
    "GPP_A=1",
  );
});

test("short tags", () => {
  checkProgram(`
    <?= '<?xml version="1.0"?>' ?>
    <?= "<flat-profile>" ?>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    <<?= $n ?>_X>3</<?= $n ?>_X>
    <?php include 'foot.php' ?>`);
});

test("names that code writes", () => {
  checkProgram(`
    <?php echo '<'.'?xml version="1.0"?'.'>'; ?>
    <flat-profile>
    <?php foreach($l as $k=>$v): ?>
    <<?php echo $k; ?>><?php echo $v; ?></<?php echo $k; ?>>
    <User_ID_<?php echo $l->id ?>_ ua="na">x</User_ID_<?php echo $l->id ?>_>
    <?php endforeach; ?>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    </flat-profile>`);
});

test("the declaration and the root in one text", () => {
  checkProgram(`
    <?php print("<?xml version='1.0'?><flat-profile>"); ?>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    </flat-profile>`);
});

test("ERB with a helper", () => {
  checkProgram(`
    <%= '<?xml version="1.0"?>'.html_safe %>
    <%= content_tag :flat_profile do %>
    <SIP_Port_1_>99999</SIP_Port_1_>
                 ^^^^^ value/out-of-range
    <% end %>`);
});

test("a declaration by condition", () => {
  checkProgram(`
    <?php if ($x) { ?><?xml version="1.0"?><?php } ?>
    <flat-profile><SIP_Port_1_>99999</SIP_Port_1_>
                               ^^^^^ value/out-of-range
    <?php
    function line($i) { return "<User_ID_{$i}_>x</User_ID_{$i}_>"; }
    ?>
    </flat-profile>`);
});
